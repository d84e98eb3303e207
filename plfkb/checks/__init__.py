"""Judging a knowledge base: one function per group of rules, one list of them all."""
