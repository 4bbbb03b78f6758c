"""Facts: relations read by frames, told by what hangs together, and weighed."""
