-- The operator is called what everybody calls it.
update staff_account set roles = replace(roles, 'OPERATOR', 'ADMIN') where roles like '%OPERATOR%';
