import { escapeXml } from '../../shared/escape-xml.ts'

/** Most URLs of one sitemap (https://www.sitemaps.org/protocol.html). */
export const MOST_URLS = 50_000

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export function sitemapIndex(urls: readonly string[]): string {
  const pages = urls.map((url) => `<sitemap><loc>${escapeXml(url)}</loc></sitemap>\n`)
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${pages.join('')}</sitemapindex>\n`
}

export function sitemap(urls: readonly { url: string; updatedAt: Date }[]): string {
  const entries = urls.map(
    ({ url, updatedAt }) =>
      `<url><loc>${escapeXml(url)}</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>\n`,
  )
  return `${HEAD}<urlset xmlns="${NAMESPACE}">\n${entries.join('')}</urlset>\n`
}
