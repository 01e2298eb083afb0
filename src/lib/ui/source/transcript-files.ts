/** What a person can choose as a transcript; the content decides, and a .doc is told how to go on. */
export const transcriptFiles = '.docx,.odt,.rtf,.doc,.pdf,.txt,.md,.html,.htm,.vtt,.srt,.sbv,.json,.csv,.xlsx';
