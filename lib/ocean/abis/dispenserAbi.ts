/** Generated from @oceanprotocol/contracts (Dispenser.json) by scripts/generateAbis.mjs. */
export const dispenserAbi = [
  {"anonymous":false,"inputs":[{"indexed":true,"name":"datatokenAddress","type":"address"}],"name":"DispenserActivated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"datatokenAddress","type":"address"},{"indexed":true,"name":"owner","type":"address"},{"indexed":false,"name":"maxTokens","type":"uint256"},{"indexed":false,"name":"maxBalance","type":"uint256"},{"indexed":false,"name":"allowedSwapper","type":"address"}],"name":"DispenserCreated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"datatokenAddress","type":"address"}],"name":"DispenserDeactivated","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"name":"datatokenAddress","type":"address"},{"indexed":true,"name":"userAddress","type":"address"},{"indexed":false,"name":"amount","type":"uint256"}],"name":"TokensDispensed","type":"event"},
  {"inputs":[{"name":"datatoken","type":"address"},{"name":"maxTokens","type":"uint256"},{"name":"maxBalance","type":"uint256"}],"name":"activate","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"name":"","type":"uint256"}],"name":"datatokensList","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"datatoken","type":"address"}],"name":"deactivate","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"name":"datatoken","type":"address"},{"name":"amount","type":"uint256"},{"name":"destination","type":"address"}],"name":"dispense","outputs":[],"stateMutability":"payable","type":"function"},
  {"inputs":[{"name":"datatoken","type":"address"}],"name":"ownerWithdraw","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"name":"datatoken","type":"address"},{"name":"newAllowedSwapper","type":"address"}],"name":"setAllowedSwapper","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"name":"datatoken","type":"address"}],"name":"status","outputs":[{"name":"active","type":"bool"},{"name":"owner","type":"address"},{"name":"isMinter","type":"bool"},{"name":"maxTokens","type":"uint256"},{"name":"maxBalance","type":"uint256"},{"name":"balance","type":"uint256"},{"name":"allowedSwapper","type":"address"}],"stateMutability":"view","type":"function"},
] as const
