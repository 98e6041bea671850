/**
 * Our sources import './plan.js' because that is the name after the build; here the file is still './plan.ts'.
 * Only our own files are treated so: a package that ships both must keep getting its JavaScript.
 */
const fs = require('node:fs');
const path = require('node:path');

module.exports = (request, options) => {
  const ours = options.basedir && !options.basedir.includes(`${path.sep}node_modules${path.sep}`);
  if (ours && request.startsWith('.') && request.endsWith('.js')) {
    const bare = path.resolve(options.basedir, request.slice(0, -'.js'.length));
    for (const extension of ['.ts', '.tsx']) if (fs.existsSync(bare + extension)) return bare + extension;
  }
  return options.defaultResolver(request, options);
};
