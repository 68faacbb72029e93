CREATE TABLE `toekomst_device` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`sealed_key` text NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `toekomst_device_browser` ON `toekomst_device` (`plan_id`,`token_hash`);--> statement-breakpoint
CREATE INDEX `toekomst_device_token` ON `toekomst_device` (`token_hash`);