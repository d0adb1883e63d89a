-- Links are put together from one table after another: joined, they took minutes where the server took full tables for empty.
DROP VIEW link;
