// The tests serve the files as they are. An app with a server needs no `output`.
export default {output: 'export'};
