"""A server that nobody uses ends by itself, so that a class's memory is free again."""

c = get_config()  # noqa: F821 (Jupyter gives it)

IDLE_SECONDS = 3600
c.ServerApp.shutdown_no_activity_timeout = IDLE_SECONDS
c.MappingKernelManager.cull_idle_timeout = IDLE_SECONDS
