import { generateKeyPairSync, sign } from 'node:crypto'

const ED25519 = sequence(Buffer.from('06032b6570', 'hex'))
const COMMON_NAME = Buffer.from('0603550403', 'hex')

/** A self-signed certificate of version 1 (RFC 5280, 4.1) for a host name, with its key; both PEM. */
export function selfSigned(host: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const name = sequence(element(0x31, sequence(COMMON_NAME, element(0x0c, Buffer.from(host)))))
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'))
  const serial = element(0x02, Buffer.from([1]))
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' })
  const signed = sequence(serial, ED25519, name, validity, name, publicKeyInfo)
  const signature = element(0x03, Buffer.from([0]), sign(null, signed, privateKey))
  const certificate = sequence(signed, ED25519, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, ...parts)
}

function utcTime(text: string): Buffer {
  return element(0x17, Buffer.from(text))
}

/** DER (X.690, 8.1): tag, length in its shortest form, and a content of fewer than 64 KiB. */
function element(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const digits = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : digits)]), content])
}
