export { createSecretBox, type SecretBox, SecretsKeyError, type SecretsKeys } from './secret-box.ts'
export { loadSecretsKeys } from './secrets-key.ts'
