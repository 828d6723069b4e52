/** local/browser: what the page of the local workspace does by itself; everything else is asked of the server. */
export {};

document.documentElement.classList.add('scripted');
