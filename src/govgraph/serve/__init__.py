"""The graph as a service: SPARQL 1.1 Protocol and Graph Store HTTP Protocol.

`running.serve` is where it begins. Nothing is imported here: the processes that answer queries start often, and need
neither the web server nor the pipeline.
"""
