/**
 * Policy of the page: it loads only from this origin. The viewer writes its styles into the page and measures
 * with them, so inline styles are allowed; inline scripts are not.
 */
export const REFERENCE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';')

/**
 * Everything that the viewer would send or load elsewhere is off: fonts, telemetry, proxy, assistant, editor.
 */
const settings = {
  url: '/docs/openapi.json',
  theme: 'default',
  proxyUrl: '',
  telemetry: false,
  withDefaultFonts: false,
  authentication: { preferredSecurityScheme: 'oauth2' },
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  documentDownloadType: 'none',
  operationTitleSource: 'summary',
  // The samples are ours (`samples.ts`): those of the viewer know no token, or need packages.
  hiddenClients: true,
}

/** Starts the viewer. A separate file, because scripts may not be inline. */
export const START_SCRIPT = `Scalar.createApiReference('#reference', ${JSON.stringify(settings)})
`

/** The page, without inline scripts. */
export const REFERENCE_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Smartsource API reference</title>
<link rel="icon" href="data:,">
</head>
<body>
<div id="reference"></div>
<noscript>This page needs JavaScript. The same reference is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/viewer.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`
