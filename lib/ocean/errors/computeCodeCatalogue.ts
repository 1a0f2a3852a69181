/** What a Provider's validation code amounts to. The UI has the words. */
export type ComputeCodeKind =
  | 'requestIncomplete'
  | 'assetMissing'
  | 'filesUnavailable'
  | 'notAnAlgorithm'
  | 'credentials'
  | 'serviceMissing'
  | 'serviceUnfit'
  | 'otherProvider'
  | 'rawAlgorithmForbidden'
  | 'publisherNotTrusted'
  | 'algorithmNotTrusted'
  | 'trustListBroken'
  | 'algorithmFilesChanged'
  | 'algorithmImageChanged'
  | 'orderInvalid'
  | 'algorithmOrderInvalid'
  | 'containerIncomplete'
  | 'feesNotPaid'
  | 'validityInvalid'
  | 'environmentMissing'
  | 'orderInUse'
  | 'notConsumable'
  | 'unknown'

/** Codes as the Provider writes them (provider-aquarius specification 6.3 and 8.1); texts are matched by their beginning. */
export const computeCodeCatalogue: Readonly<Record<string, ComputeCodeKind>> = {
  invalid: 'requestIncomplete',
  missing: 'requestIncomplete',
  missing_meta_documentId: 'requestIncomplete',
  did_not_found: 'assetMissing',
  file_unavailable: 'filesUnavailable',
  not_algo: 'notAnAlgorithm',
  not_found: 'serviceMissing',
  service_not_access_compute: 'serviceUnfit',
  main_service_compute: 'serviceUnfit',
  compute_services_not_in_same_provider: 'otherProvider',
  no_raw_algo_allowed: 'rawAlgorithmForbidden',
  not_trusted_algo_publisher: 'publisherNotTrusted',
  not_trusted_algo: 'algorithmNotTrusted',
  no_publisherTrustedAlgorithms: 'trustListBroken',
  algorithm_file_checksum_mismatch: 'algorithmFilesChanged',
  algorithm_container_checksum_mismatch: 'algorithmImageChanged',
  order_invalid: 'orderInvalid',
  in_use_or_not_on_chain: 'algorithmOrderInvalid',
  meta_oneof_url_rawcode_remote: 'requestIncomplete',
  missing_entrypoint_image_checksum: 'containerIncomplete',
  checksum_prefix: 'containerIncomplete',
  fees_not_paid: 'feesNotPaid',
}

/** Whole sentences with which a Provider or its compute backend refuses, by a part that stays the same. */
export const computeTextCatalogue: readonly (readonly [text: string, kind: ComputeCodeKind])[] = [
  ['The validUntil value is not correct', 'validityInvalid'],
  ['Compute environment does not exist', 'environmentMissing'],
  ['Environment invalid or does not exist', 'environmentMissing'],
  ['DID is not a valid algorithm', 'notAnAlgorithm'],
  ['already in use for other job', 'orderInUse'],
  ['CREDENTIAL_IN_DENY_LIST', 'credentials'],
  ['CREDENTIAL_NOT_IN_ALLOW_LIST', 'credentials'],
  ['ASSET_DISABLED', 'notConsumable'],
  ['Asset malformed or disabled', 'notConsumable'],
  ['Asset is not consumable', 'notConsumable'],
  ['Cannot resolve DID', 'assetMissing'],
  ['Invalid serviceId', 'serviceMissing'],
  ['Unable to get dataset files', 'filesUnavailable'],
]
