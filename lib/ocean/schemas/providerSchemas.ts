import { getAddress, isAddress } from 'viem'
import { z } from 'zod/mini'
import type { ComputeEnvironment, FileInfo, OrderQuote, ProviderFee } from '../types/provider'
import {
  addressSchema,
  amountSchema,
  hexSchema,
  looseNumberSchema,
  optionalTextSchema,
  secondsSchema,
} from './primitives'

const endpointSchema = z.pipe(
  z.tuple([z.string(), z.string().check(z.startsWith('/'))]),
  z.transform(([method, path]) => ({ method: method.toUpperCase(), path })),
)

/** `GET /`, of Providers from 1.4 (`providerAddresses`, `chainIds`) and before (`providerAddress`, `chainId`). */
export const providerRootSchema = z.object({
  software: z._default(z.string(), 'Provider'),
  version: z.optional(optionalTextSchema),
  providerAddress: z.optional(addressSchema),
  chainId: z.optional(z.number()),
  providerAddresses: z.optional(z.record(z.string(), addressSchema)),
  chainIds: z.optional(z.array(z.number())),
  serviceEndpoints: z.record(z.string(), endpointSchema),
})

/** Decimal text or number, whole or not; kept exact where it is whole. */
export const nonceSchema = z.object({
  nonce: z.union([z.string().check(z.regex(/^\d+(\.\d+)?$/)), z.number(), z.null()]),
})

const fileInfoSchema = z.pipe(
  z.looseObject({
    index: z._default(looseNumberSchema, 0),
    type: z._default(z.string(), 'url'),
    valid: z.boolean(),
    filename: z.optional(optionalTextSchema),
    contentType: z.optional(optionalTextSchema),
    contentLength: z.optional(z.unknown()),
    checksum: z.optional(z.nullable(z.string())),
    checksumType: z.optional(optionalTextSchema),
  }),
  z.transform((file): FileInfo => {
    const length = file.contentLength === '' ? Number.NaN : Number(file.contentLength ?? Number.NaN)
    return {
      index: file.index,
      type: file.type,
      valid: file.valid,
      filename: file.filename,
      contentType: file.contentType,
      contentLength: Number.isFinite(length) ? length : undefined,
      checksum: file.checksum && /^[0-9a-fA-F]{64}$/.test(file.checksum) ? file.checksum.toLowerCase() : undefined,
      checksumType: file.checksumType,
    }
  }),
)
export const fileInfosSchema = z.array(fileInfoSchema)

const environmentSchema = z.pipe(
  z.looseObject({
    id: z.string(),
    cpuNumber: z._default(looseNumberSchema, 0),
    cpuType: z._default(z.string(), ''),
    gpuNumber: z._default(looseNumberSchema, 0),
    gpuType: z._default(z.string(), ''),
    ramGB: z._default(looseNumberSchema, 0),
    diskGB: z._default(looseNumberSchema, 0),
    priceMin: z._default(looseNumberSchema, 0),
    desc: z._default(z.string(), ''),
    currentJobs: z._default(looseNumberSchema, 0),
    maxJobs: z._default(looseNumberSchema, 0),
    consumerAddress: addressSchema,
    feeToken: z.optional(z.unknown()),
    storageExpiry: z._default(looseNumberSchema, 0),
    maxJobDuration: z._default(looseNumberSchema, 0),
    lastSeen: z.optional(secondsSchema),
  }),
  z.transform(
    (environment): ComputeEnvironment => ({
      id: environment.id,
      description: environment.desc,
      cpuNumber: environment.cpuNumber,
      cpuType: environment.cpuType,
      gpuNumber: environment.gpuNumber,
      gpuType: environment.gpuType,
      ramGB: environment.ramGB,
      diskGB: environment.diskGB,
      pricePerMinute: environment.priceMin,
      free: environment.priceMin === 0,
      currentJobs: environment.currentJobs,
      maxJobs: environment.maxJobs,
      consumerAddress: environment.consumerAddress,
      feeToken:
        typeof environment.feeToken === 'string' && isAddress(environment.feeToken, { strict: false })
          ? getAddress(environment.feeToken)
          : undefined,
      storageExpiry: environment.storageExpiry,
      maxJobDuration: environment.maxJobDuration,
      lastSeen: environment.lastSeen,
    }),
  ),
)

/** A list, or lists by chain id. */
export const environmentsSchema = z.union([
  z.array(environmentSchema),
  z.record(z.string(), z.array(environmentSchema)),
])

const providerFeeSchema = z.pipe(
  z.object({
    providerFeeAddress: addressSchema,
    providerFeeToken: addressSchema,
    providerFeeAmount: amountSchema,
    providerData: hexSchema,
    v: z.union([z.number(), z.string()]),
    r: hexSchema,
    s: hexSchema,
    validUntil: amountSchema,
  }),
  z.transform((fee): ProviderFee => ({ ...fee, v: Number(fee.v) })),
)

const quoteSchema = z.pipe(
  z.object({
    datatoken: z.optional(addressSchema),
    validOrder: z.optional(hexSchema),
    providerFee: z.optional(providerFeeSchema),
  }),
  z.transform(
    (quote): OrderQuote => ({
      datatoken: quote.datatoken,
      validOrder: quote.validOrder,
      providerFee: quote.providerFee,
    }),
  ),
)

/** `GET initialize`. */
export const initializeSchema = quoteSchema

/** `POST initializeCompute`. */
export const initializeComputeSchema = z.object({ datasets: z.array(quoteSchema), algorithm: z.optional(quoteSchema) })

export const tokenSchema = z.object({ token: z.string().check(z.minLength(1)) })

/** Clear text of `providerData`. */
export const providerDataSchema = z.object({
  environment: z.optional(z.nullable(z.string())),
  dt: z.string(),
  id: z.union([z.string(), z.number()]),
})
