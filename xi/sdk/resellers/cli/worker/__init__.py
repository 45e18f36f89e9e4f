"""The service of `xi-orders worker`: what stands around the loop of a desk on a machine that nobody watches."""
