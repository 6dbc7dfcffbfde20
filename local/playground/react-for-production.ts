/** React looks at this once, when it is loaded: what it adds for its own developers makes every page some times slower. */
process.env.NODE_ENV ??= "production";

export {};
