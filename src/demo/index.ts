export { loadMarketplace } from './load-marketplace.ts'
export { runDemo } from './run-demo.ts'
