import { joinPath, pageLocale } from './locale.ts';

/** The address of a page of ours, in the language of the page that is being made. */
export const link = (path: string): string => joinPath(pageLocale(), path);

/** The address that dials a number, however it is written. */
export const telephone = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;
