// A part of a page that cannot be had, because the login has run out or the server does not answer, becomes the page itself:
// its address says then what to do.
(function () {
  function wholePage(event) {
    var link = event.detail.elt.closest('a[href]');
    window.location.assign(link ? link.href : window.location.href);
  }
  document.addEventListener('htmx:beforeSwap', function (event) {
    if (new URL(event.detail.xhr.responseURL).pathname.endsWith('/login')) {
      event.detail.shouldSwap = false;
      wholePage(event);
    }
  });
  document.addEventListener('htmx:responseError', wholePage);
  document.addEventListener('htmx:sendError', wholePage);
})();
