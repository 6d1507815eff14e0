"""The windows of a show. Each reads the store and sends commands; none imports another."""
