export * from './audit.ts';
export * from './consent.ts';
export * from './family.ts';
export * from './identity.ts';
export * from './imports.ts';
export * from './notifications.ts';
export * from './plan.ts';
export * from './platform.ts';
