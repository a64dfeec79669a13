'use strict';

const services = ['registration', 'fair', 'competition', 'forum', 'notification', 'identity'];

function csrfToken() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie === undefined ? undefined : cookie.slice('XSRF-TOKEN='.length);
}

SwaggerUIBundle({
  urls: services.map((name) => ({ name, url: '/api/docs/' + name })),
  dom_id: '#page',
  deepLinking: true,
  docExpansion: 'none',
  tryItOutEnabled: false,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  requestInterceptor(request) {
    const token = csrfToken();
    if (token !== undefined && !['GET', 'HEAD'].includes(request.method)) {
      request.headers['X-XSRF-TOKEN'] = token;
    }
    return request;
  },
});
