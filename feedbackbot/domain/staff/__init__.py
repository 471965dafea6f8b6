"""The registry's rules: who an employee is, how a sheet of employees is read and compared."""
