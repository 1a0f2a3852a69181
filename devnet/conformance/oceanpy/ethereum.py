"""What web3.py does for ocean.py, with nothing but Python's own library: keys, ABI, EIP-1559 transactions, JSON-RPC."""

import hashlib
import hmac
import json
import time
import urllib.request

PRIME = 2**256 - 2**32 - 977
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
GENERATOR = (
    0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
    0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
)


def keccak(data):
    """Keccak-256, as Ethereum has it (not SHA-3: another padding)."""
    rate, mask = 136, 2**64 - 1
    padded = bytearray(data) + b"\x01" + bytes((-len(data) - 2) % rate) + b"\x80"
    if len(data) % rate == rate - 1:
        padded = bytearray(data) + b"\x81"
    state = [[0] * 5 for _ in range(5)]
    turn = lambda word, by: ((word << by) | (word >> (64 - by))) & mask if by else word
    for start in range(0, len(padded), rate):
        for index in range(rate // 8):
            state[index % 5][index // 5] ^= int.from_bytes(padded[start + 8 * index : start + 8 * index + 8], "little")
        register = 1
        for _ in range(24):
            column = [s[0] ^ s[1] ^ s[2] ^ s[3] ^ s[4] for s in state]
            for x in range(5):
                parity = column[(x + 4) % 5] ^ turn(column[(x + 1) % 5], 1)
                state[x] = [word ^ parity for word in state[x]]
            x, y, moved = 1, 0, state[1][0]
            for step in range(24):
                x, y = y, (2 * x + 3 * y) % 5
                moved, state[x][y] = state[x][y], turn(moved, (step + 1) * (step + 2) // 2 % 64)
            for y in range(5):
                row = [state[x][y] for x in range(5)]
                for x in range(5):
                    state[x][y] = row[x] ^ (~row[(x + 1) % 5] & mask & row[(x + 2) % 5])
            for bit in range(7):
                register = ((register << 1) ^ ((register >> 7) * 0x71)) % 256
                if register & 2:
                    state[0][0] ^= 1 << ((1 << bit) - 1)
    return b"".join(state[index % 5][index // 5].to_bytes(8, "little") for index in range(4))


def _add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % PRIME == 0:
            return None
        slope = 3 * a[0] * a[0] * pow(2 * a[1], -1, PRIME) % PRIME
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, PRIME) % PRIME
    x = (slope * slope - a[0] - b[0]) % PRIME
    return x, (slope * (a[0] - x) - a[1]) % PRIME


def _multiply(point, scalar):
    result = None
    while scalar:
        if scalar & 1:
            result = _add(result, point)
        point, scalar = _add(point, point), scalar >> 1
    return result


def checksum(address):
    """The EIP-55 spelling of an address."""
    plain = address.lower().removeprefix("0x")
    digest = keccak(plain.encode()).hex()
    return "0x" + "".join(c.upper() if int(d, 16) > 7 else c for c, d in zip(plain, digest))


class Account:
    def __init__(self, key):
        self.key = int(key, 16)
        x, y = _multiply(GENERATOR, self.key)
        self.address = checksum(keccak(x.to_bytes(32, "big") + y.to_bytes(32, "big"))[12:].hex())

    def sign(self, digest):
        """r, s and the recovery bit of a deterministic signature."""
        secret = self.key.to_bytes(32, "big")
        number = int.from_bytes(digest, "big")
        k, v = bytes(32), b"\x01" * 32
        for separator in (b"\x00", b"\x01"):
            k = hmac.digest(k, v + separator + secret + (number % ORDER).to_bytes(32, "big"), "sha256")
            v = hmac.digest(k, v, "sha256")
        nonce = int.from_bytes(hmac.digest(k, v, "sha256"), "big")
        x, y = _multiply(GENERATOR, nonce)
        r, s, odd = x % ORDER, pow(nonce, -1, ORDER) * (number + x * self.key) % ORDER, y & 1
        return (r, ORDER - s, odd ^ 1) if s > ORDER // 2 else (r, s, odd)

    def sign_text(self, text):
        """What ocean.py sends as `signature`: a personal signature of the text's hash, with v of 0 or 1."""
        r, s, v = self.sign(keccak(b"\x19Ethereum Signed Message:\n32" + keccak(text.encode())))
        return f"0x{r:064x}{s:064x}{v:02x}"


def rlp(item):
    if isinstance(item, int):
        item = item.to_bytes((item.bit_length() + 7) // 8, "big")
    if isinstance(item, list):
        body, short, long = b"".join(map(rlp, item)), 0xC0, 0xF7
    elif len(item) == 1 and item[0] < 0x80:
        return item
    else:
        body, short, long = item, 0x80, 0xB7
    if len(body) < 56:
        return bytes([short + len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([long + len(size)]) + size + body


def split_types(text):
    """The types between commas, those within parentheses left together."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text + ","):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts, start = parts + [text[start:index]], index + 1
    return [part for part in parts if part]


def is_dynamic(kind):
    if kind.endswith("[]") or kind in ("string", "bytes"):
        return True
    return kind.startswith("(") and any(map(is_dynamic, split_types(kind[1:-1])))


def encode(kind, value):
    """One ABI value. A tuple is a Python tuple or list, an address is text, bytes are bytes."""
    if kind.endswith("[]"):
        return encode("uint256", len(value)) + encode_all([kind[:-2]] * len(value), value)
    if kind.startswith("("):
        return encode_all(split_types(kind[1:-1]), value)
    if kind in ("string", "bytes"):
        data = value.encode() if isinstance(value, str) else value
        return encode("uint256", len(data)) + data + bytes(-len(data) % 32)
    if kind.startswith("bytes"):
        return value.ljust(32, b"\x00")
    return int(int(value, 16) if kind == "address" else value).to_bytes(32, "big")


def encode_all(kinds, values):
    parts = [(is_dynamic(kind), encode(kind, value)) for kind, value in zip(kinds, values, strict=True)]
    offset = sum(32 if dynamic else len(part) for dynamic, part in parts)
    head, tail = b"", b""
    for dynamic, part in parts:
        head += encode("uint256", offset + len(tail)) if dynamic else part
        tail += part if dynamic else b""
    return head + tail


def call_data(signature, *values):
    return keccak(signature.encode())[:4] + encode_all(split_types(signature[signature.index("(") + 1 : -1]), values)


class Chain:
    """One node, spoken to as web3.py speaks to it."""

    def __init__(self, url):
        self.url = url
        self.methods = set()
        self.chain_id = int(self.rpc("eth_chainId"), 16)

    def rpc(self, method, *params):
        self.methods.add(method)
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, "id": 0}).encode()
        request = urllib.request.Request(self.url, body, {"Content-Type": "application/json", "User-Agent": "web3.py"})
        with urllib.request.urlopen(request, timeout=10) as response:
            answer = json.load(response)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def call(self, to, signature, *values):
        return bytes.fromhex(self.rpc("eth_call", {"to": to, "data": "0x" + call_data(signature, *values).hex()}, "latest")[2:])

    def transact(self, account, to, signature, *values):
        """Signs here and sends, as ocean.py does with a local account. Returns the receipt."""
        data = call_data(signature, *values)
        nonce = int(self.rpc("eth_getTransactionCount", account.address, "latest"), 16)
        sketch = {"from": account.address, "to": to, "value": "0x0", "data": "0x" + data.hex()}
        gas = int(self.rpc("eth_estimateGas", {**sketch, "chainId": hex(self.chain_id), "type": "0x2"}, "latest"), 16)
        priority = int(self.rpc("eth_maxPriorityFeePerGas"), 16)
        base = int(self.rpc("eth_getBlockByNumber", "latest", False)["baseFeePerGas"], 16)
        fields = [self.chain_id, nonce, priority, priority + 2 * base, gas, bytes.fromhex(to[2:]), 0, data, []]
        r, s, v = account.sign(keccak(b"\x02" + rlp(fields)))
        return self.wait(self.rpc("eth_sendRawTransaction", "0x02" + rlp([*fields, v, r, s]).hex()))

    def wait(self, transaction):
        for _ in range(600):
            receipt = self.rpc("eth_getTransactionReceipt", transaction)
            if receipt:
                return receipt
            time.sleep(0.1)
        raise RuntimeError(f"{transaction} was not mined within a minute")


def topic(signature):
    return "0x" + keccak(signature.encode()).hex()


def sha256(data):
    return hashlib.sha256(data).digest()
