-- Accounts of people who sign in at an identity provider: issuer and subject; null for those who sign in by password.
ALTER TABLE account ADD COLUMN identity text UNIQUE;
