export { createReadings } from './readings.ts'
