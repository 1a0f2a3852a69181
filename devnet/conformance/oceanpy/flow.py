"""The tutorial's compute flow with the requests and transactions of ocean.py 3.1, in their order. Prints one JSON line a step.

Usage: python3 flow.py, with RPC_URL, PROVIDER_URL, AQUARIUS_URL, ADDRESS_FILE and the tutorial's keys in the environment.
"""

import base64
import json
import lzma
import math
import os
import pickletools
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from ethereum import Account, Chain, checksum, keccak, sha256, topic

ZERO = "0x" + "0" * 40
EXAMPLES = "https://raw.githubusercontent.com/oceanprotocol/c2d-examples/main/branin_and_gpr"
BRANIN_URL = f"{EXAMPLES}/branin.arff"
GPR_URL = f"{EXAMPLES}/gpr.py"
FEE = "(address,address,uint256,uint8,bytes32,bytes32,uint256,bytes)"
PROOFS = "(address,uint8,bytes32,bytes32)[]"

chain = Chain(os.environ["RPC_URL"])
provider_url = os.environ["PROVIDER_URL"]
aquarius_url = os.environ["AQUARIUS_URL"]
with open(os.environ["ADDRESS_FILE"]) as file:
    addresses = json.load(file)["development"]
deployer = Account(os.environ["FACTORY_DEPLOYER_PRIVATE_KEY"])
alice = Account(os.environ["TEST_PRIVATE_KEY1"])
bob = Account(os.environ["TEST_PRIVATE_KEY2"])


def say(step, **facts):
    print(json.dumps({"step": step, **facts}), flush=True)


def need(condition, message):
    if not condition:
        raise SystemExit(message)


def http(method, url, query=None, body=None, kind="application/json"):
    """Status, headers and bytes of an answer. Query values are percent-encoded, as `requests` does."""
    if query:
        url += "?" + urllib.parse.urlencode(query)
    if isinstance(body, dict):
        body = json.dumps(body).encode()
    request = urllib.request.Request(url, body, {"Content-Type": kind} if body is not None else {}, method=method)
    request.add_header("User-Agent", "python-requests/2.31.0")
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def endpoint(name):
    """Asks the root document twice before each call, as ocean.py does: for the address, then for the path."""
    root = json.loads(http("GET", provider_url)[2])
    need("providerAddresses" in root or "providerAddress" in root, "not a Provider")
    method, path = json.loads(http("GET", provider_url)[2])["serviceEndpoints"][name]
    return method, f"{provider_url}{path}"


def call(name, status, **request):
    method, url = endpoint(name)
    code, headers, body = http(method, url, **request)
    need(code == status, f"{name} answered {code}: {body[:500]}")
    return headers, body


def sign(account, text):
    """Nonce and signature of a request: the stored nonce plus one, as a number."""
    _, body = call("nonce", 200, query={"userAddress": account.address})
    nonce = math.ceil(float(json.loads(body)["nonce"])) + 1
    return nonce, account.sign_text(f"{text}{nonce}")


def compact(document):
    return json.dumps(document, separators=(",", ":"))


def encrypt(data):
    data = data if isinstance(data, bytes) else compact(data).encode()
    query = {"chainId": chain.chain_id}
    _, body = call("encrypt", 201, query=query, body=data, kind="application/octet-stream")
    return body.decode()


def did_of(nft):
    return "did:op:" + sha256(f"{checksum(nft)}{chain.chain_id}".encode()).hex()


def publish_document(ddo, account):
    """Has Aquarius validate the bytes, the Provider encrypt their xz, and puts them on chain."""
    text = compact(ddo).encode()
    kind = "application/octet-stream"
    status, _, body = http("POST", f"{aquarius_url}/api/aquarius/assets/ddo/validate", body=text, kind=kind)
    proof = json.loads(body)
    need(status == 200 and proof["hash"], f"the document is not valid: {body}")
    secret = bytes.fromhex(encrypt(lzma.compress(text))[2:])
    return chain.transact(
        account,
        ddo["nftAddress"],
        f"setMetaData(uint8,string,string,bytes,bytes,bytes32,{PROOFS})",
        *(0, provider_url, account.address, b"\x03", secret, sha256(text)),
        [(proof["publicKey"], proof["v"], bytes.fromhex(proof["r"][0][2:]), bytes.fromhex(proof["s"][0][2:]))],
    )


def resolve(did, accept=lambda ddo: True):
    """Polls Aquarius until the asset is there as wanted, without much of a pause and for a minute at most."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        status, _, body = http("GET", f"{aquarius_url}/api/aquarius/assets/ddo/{did}")
        if status == 200 and accept(json.loads(body)):
            return json.loads(body)
        time.sleep(0.2)
    raise SystemExit(f"{did} was not indexed within a minute")


def create_asset(name, url, metadata, with_compute):
    image = {"name": name, "symbol": name, "background_color": "141414", "image_data": "data:image/svg+xml,%3Csvg/%3E"}
    token_uri = "data:application/json;base64," + base64.b64encode(compact(image).encode()).decode()
    receipt = chain.transact(
        alice,
        addresses["ERC721Factory"],
        "createNftWithErc20((string,string,uint256,string,bool,address),(uint256,string[],address[],uint256[],bytes[]))",
        (name, name, 1, token_uri, True, alice.address),
        (1, [f"{name}: DT1", "DT1"], [alice.address, alice.address, ZERO, ZERO], [2**256 - 1, 0], [b""]),
    )
    created = "(address,address,string,address,string,string,bool,address)"
    nft = created_address(receipt, "NFTCreated" + created)
    datatoken = created_address(receipt, "TokenCreated(address,address,string,string,uint256,address)")
    chain.call(datatoken, "getId()")
    did = did_of(nft)
    status, _, body = http("GET", f"{aquarius_url}/api/aquarius/assets/ddo/{did}")
    need(f"Asset DID {did} not found in Elasticsearch" in body.decode(), f"{did} exists already: {status}")

    files = {"datatokenAddress": datatoken, "nftAddress": nft, "files": [{"type": "url", "url": url, "method": "GET"}]}
    common = {"datatokenAddress": datatoken, "serviceEndpoint": provider_url, "timeout": 3600}
    access = {"name": "Download service", "description": "Download service", "id": "0", "type": "access"}
    services = [{**access, "files": encrypt(files), **common}]
    if with_compute:
        rules = {"allowRawAlgorithm": False, "allowNetworkAccess": True}
        trust = {"publisherTrustedAlgorithms": [], "publisherTrustedAlgorithmPublishers": []}
        service = {"name": "Compute service", "description": "Compute service", "id": "1", "type": "compute"}
        services.append({"compute": {**rules, **trust}, **service, "files": encrypt(files), **common})
    now = datetime.now().isoformat()
    described = {"created": now, "updated": now, "description": name, "name": name, "type": "dataset"}
    ddo = {
        "@context": ["https://w3id.org/did/v1"],
        **{"id": did, "version": "4.1.0", "chainId": chain.chain_id, "nftAddress": nft},
        "metadata": {**described, "author": alice.address[:7], "license": "CC0: PublicDomain", **metadata},
        "credentials": {"allow": [], "deny": []},
        "services": services,
    }
    publish_document(ddo, alice)
    return resolve(did)


def created_address(receipt, event):
    log = next(log for log in receipt["logs"] if log["topics"][0] == topic(event))
    word = log["topics"][1] if event.startswith("Token") else log["data"][:66]
    return checksum("0x" + word[-40:])


def mint_fake_ocean():
    chain.transact(deployer, addresses["Ocean"], "mint(address,uint256)", deployer.address, 20_000 * 10**18)
    for account in (alice, bob):
        chain.transact(deployer, addresses["Ocean"], "transfer(address,uint256)", account.address, 1_000 * 10**18)


def order(asset, service, item, consumer):
    """Does what a quote asks for: orders, or takes the order that still holds."""
    if "validOrder" in item and "providerFee" not in item:
        return item["validOrder"]
    fee = item["providerFee"]
    parts = [bytes.fromhex(fee[name].removeprefix("0x")) for name in ("r", "s", "providerData")]
    terms = (fee["providerFeeAddress"], fee["providerFeeToken"], int(fee["providerFeeAmount"]), fee["v"])
    chain.call(service["datatokenAddress"], "getId()")
    receipt = chain.transact(
        bob,
        service["datatokenAddress"],
        f"startOrder(address,uint256,{FEE},(address,address,uint256))",
        *(consumer, asset["services"].index(service), (*terms, parts[0], parts[1], fee["validUntil"], parts[2])),
        (bob.address, ZERO, 0),
    )
    need(receipt["status"] == "0x1", "the order was reverted")
    return receipt["transactionHash"]


def job_status(dataset, job):
    text = f"{bob.address}{job}{dataset['id']}"
    nonce, signature = sign(bob, text)
    query = {"consumerAddress": bob.address, "documentId": dataset["id"], "jobId": job}
    _, body = call("computeStatus", 200, query={**query, "nonce": nonce, "signature": signature})
    return json.loads(body)[0]


def main():
    need("anvil" in chain.rpc("web3_clientVersion"), "web3.py takes the node for disconnected")
    need(chain.rpc("net_version") == str(chain.chain_id), "the network's id is not the chain's")
    history = chain.rpc("eth_feeHistory", "0xa", "pending", [5])
    need(len(history["baseFeePerGas"]) == len(history["reward"]) + 1, "the fee history is incomplete")
    need(http("GET", aquarius_url)[0] == 200, "Aquarius does not answer")
    mint_fake_ocean()
    say("minted")

    dataset = create_asset("Branin dataset", BRANIN_URL, {}, with_compute=True)
    say("dataset", did=dataset["id"])
    container = {"entrypoint": "python $ALGO", "image": "oceanprotocol/algo_dockers", "tag": "python-branin"}
    container["checksum"] = "sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4"
    algorithm_section = {"language": "python", "format": "docker-image", "version": "0.1", "container": container}
    algorithm = create_asset("grp", GPR_URL, {"type": "algorithm", "algorithm": algorithm_section}, with_compute=False)
    say("algorithm", did=algorithm["id"])

    wanted = {"did": algorithm["id"], "serviceId": "0", "checksum": 1}
    infos = json.loads(call("fileinfo", 200, body=wanted)[1])
    section = container["entrypoint"] + container["checksum"]
    dataset["services"][1]["compute"]["publisherTrustedAlgorithms"] = [
        {
            "did": algorithm["id"],
            "filesChecksum": "".join(info["checksum"] for info in infos),
            "containerSectionChecksum": sha256(section.encode()).hex(),
        }
    ]
    # ocean.py leaves in the document what Aquarius had added to it.
    updated = publish_document(dataset, alice)["transactionHash"]
    dataset = resolve(dataset["id"], lambda ddo: ddo["event"]["tx"] == updated)
    say("allowed", checksum=infos[0]["checksum"])

    for asset in (dataset, algorithm):
        token = asset["datatokens"][0]["address"]
        chain.transact(alice, token, "mint(address,uint256)", bob.address, 5 * 10**18)

    _, body = call("computeEnvironments", 200, query={"chainId": chain.chain_id})
    environments = json.loads(body)[str(chain.chain_id)]
    free = next(environment for environment in environments if float(environment["priceMin"]) == 0)
    compute, download = dataset["services"][1], algorithm["services"][0]
    until = int((datetime.now(timezone.utc) + timedelta(hours=1)).timestamp())
    quote_request = {
        "datasets": [{"documentId": dataset["id"], "serviceId": compute["id"]}],
        "algorithm": {"documentId": algorithm["id"], "serviceId": download["id"]},
        "compute": {"env": free["id"], "validUntil": until},
        "consumerAddress": free["consumerAddress"],
    }
    quote = json.loads(call("initializeCompute", 200, body=quote_request)[1])
    data_order = order(dataset, compute, quote["datasets"][0], free["consumerAddress"])
    algorithm_order = order(algorithm, download, quote["algorithm"], free["consumerAddress"])
    say("ordered", fee=quote["datasets"][0]["providerFee"]["providerFeeAmount"])

    need(http("GET", aquarius_url)[0] == 200, "Aquarius does not answer")
    reachable = json.loads(call("fileinfo", 200, body={"did": dataset["id"], "serviceId": compute["id"]})[1])
    need(any(info["valid"] for info in reachable), "the dataset is not reachable")
    nonce, signature = sign(bob, f"{bob.address}{dataset['id']}")
    job_request = {
        "dataset": {"documentId": dataset["id"], "serviceId": compute["id"], "transferTxId": data_order},
        "environment": free["id"],
        "algorithm": {"documentId": algorithm["id"], "serviceId": download["id"], "transferTxId": algorithm_order},
        **{"signature": signature, "nonce": nonce, "consumerAddress": bob.address, "additionalInputs": []},
    }
    job = json.loads(call("computeStart", 200, body=job_request)[1])[0]["jobId"]
    need(isinstance(job, str), "the job has no id")
    say("started", job=job)

    status = job_status(dataset, job)
    while not (status.get("dateFinished") and Decimal(status["dateFinished"]) > 0):
        time.sleep(0.2)
        status = job_status(dataset, job)
    say("finished", status=status["status"], types=[result["type"] for result in status["results"]])

    outputs = []
    for index, result in enumerate(status["results"]):
        nonce, signature = sign(bob, f"{bob.address}{job}{index}")
        query = {"signature": signature, "nonce": nonce, "jobId": job, "index": index, "consumerAddress": bob.address}
        headers, content = call("computeResult", 200, query=query)
        need(headers["Content-Disposition"].startswith("attachment;filename="), "the result has no name")
        outputs += [content] if result["type"] == "output" else []
    opcodes = [opcode.name for opcode, _, _ in pickletools.genops(outputs[0])]
    say("result", bytes=len(outputs[0]), pickle=opcodes[-1], hash=keccak(outputs[0]).hex())
    say("done", methods=sorted(chain.methods))


main()
