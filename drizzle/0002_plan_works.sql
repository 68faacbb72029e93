CREATE TABLE `support` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`supporter_id` text NOT NULL,
	`kind` text NOT NULL,
	`children` text NOT NULL,
	`why` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`until` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supporter_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_family` ON `support` (`family_id`);--> statement-breakpoint
CREATE INDEX `support_parent` ON `support` (`parent_id`);--> statement-breakpoint
CREATE INDEX `support_supporter` ON `support` (`supporter_id`);--> statement-breakpoint
CREATE TABLE `own_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`state` text NOT NULL,
	`since` text NOT NULL,
	`children` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `own_plan_family` ON `own_plan` (`family_id`);--> statement-breakpoint
CREATE INDEX `own_plan_state` ON `own_plan` (`state`);--> statement-breakpoint
CREATE TABLE `own_plan_event` (
	`id` text PRIMARY KEY NOT NULL,
	`own_plan_id` text NOT NULL,
	`act` text NOT NULL,
	`by_id` text NOT NULL,
	`on` text NOT NULL,
	`at` integer NOT NULL,
	`words` text,
	`exclusion` text,
	FOREIGN KEY (`own_plan_id`) REFERENCES `own_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_plan_event_plan` ON `own_plan_event` (`own_plan_id`);--> statement-breakpoint
CREATE TABLE `own_plan_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`own_plan_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_by_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`own_plan_id`) REFERENCES `own_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `own_plan_invitation_pair` ON `own_plan_invitation` (`own_plan_id`,`person_id`,`invited_by_id`);--> statement-breakpoint
CREATE TABLE `own_plan_piece` (
	`id` text PRIMARY KEY NOT NULL,
	`own_plan_id` text NOT NULL,
	`kind` text NOT NULL,
	`goal_id` text,
	`words` text NOT NULL,
	`author_id` text NOT NULL,
	`owner_id` text,
	`due` text,
	`children` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer,
	`released_at` integer,
	FOREIGN KEY (`own_plan_id`) REFERENCES `own_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_plan_piece_plan` ON `own_plan_piece` (`own_plan_id`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkey_credential` ON `passkey` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkey_person` ON `passkey` (`person_id`);--> statement-breakpoint
CREATE TABLE `passkey_challenge` (
	`browser_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`challenge` text NOT NULL,
	`person_id` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`browser_hash`, `purpose`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `network_help` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text,
	`name` text,
	`help` text NOT NULL,
	`children` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`added_by` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `network_help_family` ON `network_help` (`family_id`);--> statement-breakpoint
CREATE INDEX `network_help_person` ON `network_help` (`person_id`);--> statement-breakpoint
CREATE TABLE `exit_condition` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`child_id` text NOT NULL,
	`words` text NOT NULL,
	`judge` text NOT NULL,
	`state` text NOT NULL,
	`state_words` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exit_condition_plan` ON `exit_condition` (`plan_id`);--> statement-breakpoint
CREATE TABLE `goal_score` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`score` integer NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_score_goal` ON `goal_score` (`goal_id`);--> statement-breakpoint
CREATE TABLE `plan_version` (
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`author_id` text,
	`cause` text NOT NULL,
	`restored` integer,
	PRIMARY KEY(`plan_id`, `number`),
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plan_version_item` (
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`plan_id`, `number`, `kind`, `item_id`)
);
--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`words` text,
	`state` text NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_plan` ON `proposal` (`plan_id`);--> statement-breakpoint
CREATE TABLE `proposal_answer` (
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`accepts` integer NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `person_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`children` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_family` ON `handover` (`family_id`);--> statement-breakpoint
CREATE TABLE `handover_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`handover_id` text NOT NULL,
	`revision` integer NOT NULL,
	`person_id` text NOT NULL,
	`says` text NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handover`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_answer_handover` ON `handover_answer` (`handover_id`);--> statement-breakpoint
CREATE TABLE `handover_text` (
	`handover_id` text NOT NULL,
	`revision` integer NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`talk_on` text NOT NULL,
	`result_words` text NOT NULL,
	`risk_words` text NOT NULL,
	`relapse_words` text NOT NULL,
	`next_words` text NOT NULL,
	PRIMARY KEY(`handover_id`, `revision`),
	FOREIGN KEY (`handover_id`) REFERENCES `handover`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `succession` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`by_id` text NOT NULL,
	`to_id` text NOT NULL,
	`from` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `professional`(`person_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `professional`(`person_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `succession_family` ON `succession` (`family_id`);--> statement-breakpoint
CREATE INDEX `succession_to` ON `succession` (`to_id`,`state`);--> statement-breakpoint
CREATE TABLE `agenda_point` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_point_meeting` ON `agenda_point` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`held_on` text NOT NULL,
	`present_words` text NOT NULL,
	`why_words` text NOT NULL,
	`outcome_words` text NOT NULL,
	`children` text NOT NULL,
	`author_id` text NOT NULL,
	`written_at` integer NOT NULL,
	`corrects_id` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_family` ON `consultation` (`family_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`state` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place_text` text,
	`place_household_id` text,
	`children` text NOT NULL,
	`change_words` text,
	`sequence` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`calendar_uid` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_household_id`) REFERENCES `household`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_family` ON `meeting` (`family_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `meeting_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`added_at` integer NOT NULL,
	`step_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_decision_meeting` ON `meeting_decision` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_invited` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_invited_pair` ON `meeting_invited` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `meeting_invited_person` ON `meeting_invited` (`person_id`);--> statement-breakpoint
CREATE TABLE `meeting_supporter` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`by_id` text NOT NULL,
	`words` text,
	`person_id` text,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_supporter_meeting` ON `meeting_supporter` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`asker_id` text NOT NULL,
	`kind` text NOT NULL,
	`turn` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expected_on` text NOT NULL,
	`moved_to` text,
	`moved_words` text,
	`closed_at` integer,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_family` ON `question` (`family_id`);--> statement-breakpoint
CREATE INDEX `question_asker` ON `question` (`asker_id`);--> statement-breakpoint
CREATE TABLE `question_message` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_message_question` ON `question_message` (`question_id`);--> statement-breakpoint
CREATE TABLE `term_event` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`child_id` text NOT NULL,
	`term` text NOT NULL,
	`moment` text NOT NULL,
	`on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`replaced_by` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `term_event_family` ON `term_event` (`family_id`);--> statement-breakpoint
CREATE TABLE `agreement` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text,
	`subject_hash` text NOT NULL,
	`plan_version` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreement_family` ON `agreement` (`family_id`);--> statement-breakpoint
CREATE TABLE `claim` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`kind` text NOT NULL,
	`children` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_family` ON `claim` (`family_id`);--> statement-breakpoint
CREATE TABLE `claim_version` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`words` text NOT NULL,
	`said_by` text NOT NULL,
	`said_on` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claim`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_version_claim` ON `claim_version` (`claim_id`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`person_id` text NOT NULL,
	`wrong` text NOT NULL,
	`right` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claim`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `correction_claim` ON `correction` (`claim_id`);--> statement-breakpoint
CREATE TABLE `correction_decision` (
	`correction_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`correction_id`) REFERENCES `correction`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `statement` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_family` ON `statement` (`family_id`);--> statement-breakpoint
CREATE TABLE `statement_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statement_answer_statement` ON `statement_answer` (`statement_id`);--> statement-breakpoint
CREATE TABLE `statement_withdrawal` (
	`statement_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statement`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `share` ADD `why` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `end_words` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `relapse_words` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `agreed_version` integer;--> statement-breakpoint
ALTER TABLE `plan` ADD `agreed_on` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `agreed_by` text;--> statement-breakpoint
ALTER TABLE `step` ADD `state_by` text;--> statement-breakpoint
ALTER TABLE `step` ADD `state_on` text;