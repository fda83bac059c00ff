export { foldCityAndRegion, type NamedPlace } from './city-and-region.ts'
export { foldCity } from './city-name.ts'
export { foldPostalCode } from './postal-code.ts'
export { foldRegion, regionSpellings } from './region-name.ts'
