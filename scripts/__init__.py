"""What people do with this project: one door (regiovisie.py) and one module per command behind it."""
