"""What people see of the figures: charts, the official report, the workbook. Reads; never writes.

The drawing libraries cost a second and 50-280 MB, so they are imported where they are used and used in a
process of their own (`render_process`).
"""
