"""Measurements that anyone can run; each names its peer and runs it beside ours."""
