"""The official SKM report by PermenPANRB 14/2017: one set of figures, printed as PDF and as workbook."""
