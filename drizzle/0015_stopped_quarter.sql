CREATE TABLE `stopped_quarter` (
	`quarter` text PRIMARY KEY NOT NULL,
	`on` text NOT NULL
);
