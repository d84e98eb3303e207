"""Pictures of models and of the graph, as geometry first and as SVG last. Nothing here knows the knowledge base."""
