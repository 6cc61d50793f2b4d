/** The style sheet of the pages: one column, in the colours that the visitor prefers. */
export const pagesCss = `:root {
  color-scheme: light dark;
  --text: light-dark(#1b1f24, #e8eaed);
  --muted: light-dark(#4b5563, #b3bac4);
  --accent: light-dark(#1d4ed8, #8ab4ff);
  --line: light-dark(#d5d9df, #3a414b);
  --tint: light-dark(#eef2fd, #1c2636);
  background: light-dark(#fff, #14181e);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, sans-serif;
}

body {
  box-sizing: border-box;
  max-width: 44rem;
  margin: 0 auto;
  padding: 1.5rem 1.25rem 3rem;
  overflow-wrap: break-word;
}

a {
  color: var(--accent);
  text-underline-offset: 0.15em;
}

a:focus-visible {
  outline: 2px solid;
  outline-offset: 3px;
  border-radius: 2px;
}

nav {
  margin-block-end: 2rem;
}

nav a::before {
  content: '‹ ';
  content: '‹ ' / '';
}

h1 {
  margin: 0 0 0.5rem;
  font-size: clamp(1.6rem, 1.2rem + 2vw, 2.25rem);
  line-height: 1.2;
  text-wrap: balance;
}

h2 {
  margin: 2rem 0 0.5rem;
  font-size: 1.2rem;
  line-height: 1.3;
}

p {
  margin: 0 0 1rem;
}

.where,
.practices span,
footer {
  color: var(--muted);
}

.where {
  margin-block-end: 0.75rem;
}

.summary {
  margin-block: 1.5rem;
  font-size: 1.2rem;
  line-height: 1.5;
}

.topics {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  margin: 0 0 1.5rem;
  padding: 0;
  list-style: none;
}

.topics a {
  display: block;
  padding: 0.2rem 0.75rem;
  border-radius: 1rem;
  background: var(--tint);
  text-decoration: none;
}

.topics a:hover {
  text-decoration: underline;
}

img {
  display: block;
  max-width: 100%;
  height: auto;
  margin-block: 1.5rem;
  border-radius: 0.75rem;
}

.links {
  margin: 2.5rem 0 0;
  padding: 1rem 0 0;
  border-block-start: 1px solid var(--line);
  list-style: none;
}

.links li {
  margin-block-end: 0.5rem;
}

.practices {
  padding-inline-start: 1.25rem;
}

.practices li {
  margin-block-end: 0.75rem;
}

.practices span {
  display: block;
  font-size: 0.9rem;
}

footer {
  margin-block-start: 2.5rem;
  font-size: 0.9rem;
}

@media print {
  nav {
    display: none;
  }
}
`;
