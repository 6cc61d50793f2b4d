import {formatNames} from '../core/feed/formats/read-document.js';

/** What the command says of itself. */
export const usage = `Usage: good-practice-browser COMMAND

  check FEED                     says what is wrong with a feed, and how to mend it
  convert FEED --to feed.json    writes the feed in our own format, or as a table
  convert FEED --to feed.csv     (--to json and --to csv write to the standard output)
  convert FEED --to DIR --split  writes a large feed in parts: DIR/feed.json with summaries, and full texts
                                 that are fetched when they are needed
  prerender FEED                 writes a plain HTML list and JSON-LD, to stand between the tags

FEED is a file, an address, or - for what is piped in. The pages that follow an address are read as well.

Options
  --json              check: the reports as JSON, one for each page of the feed
  --max-warnings N    check: so many warnings are no reason to fail (0)
  --base ADDRESS      where the feed is, or will be: relative addresses in it start there
  --format FORMAT     one of ${formatNames.join(', ')};
                      without it, what the content shows
  --lang LANGUAGE     convert to a table, prerender: the language of its words (the feed's)
  -h, --help          this text
  -v, --version       the version

Exit codes
  0   nothing wrong; notes, which say what could be better, do not count
  1   errors or warnings
  2   the feed cannot be read, or the command is not as above
`;

/** The command is not as above. */
export class UsageError extends Error {}

/** A file or folder cannot be written. */
export class OutputError extends Error {}
