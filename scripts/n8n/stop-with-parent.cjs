// Loaded into n8n: ends it when the process that started it dies without being able to stop it.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
