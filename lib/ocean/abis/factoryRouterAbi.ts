/** Generated from @oceanprotocol/contracts (FactoryRouter.json) by scripts/generateAbis.mjs. */
export const factoryRouterAbi = [
  {"inputs":[{"components":[{"name":"exchangeIds","type":"bytes32"},{"name":"source","type":"address"},{"name":"operation","type":"uint8"},{"name":"tokenIn","type":"address"},{"name":"amountsIn","type":"uint256"},{"name":"tokenOut","type":"address"},{"name":"amountsOut","type":"uint256"},{"name":"maxPrice","type":"uint256"},{"name":"swapMarketFee","type":"uint256"},{"name":"marketFeeAddress","type":"address"}],"name":"_operations","type":"tuple[]"}],"name":"buyDTBatch","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"factory","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"getOPCCollector","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"getOPCConsumeFee","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"getOPCFees","outputs":[{"name":"","type":"uint256"},{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"getOPCProviderFee","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"tokenAddress","type":"address"}],"name":"isApprovedToken","outputs":[{"name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"_dispenser","type":"address"}],"name":"isDispenserContract","outputs":[{"name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"_fixedRate","type":"address"}],"name":"isFixedRateContract","outputs":[{"name":"","type":"bool"}],"stateMutability":"view","type":"function"},
] as const
