namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>Servers for tests that leave nothing behind which another would notice: one for each choice of settings, started when it is first needed.</summary>
public sealed class SharedServers : IAsyncLifetime
{
    private readonly Dictionary<string, ServerProgram> _servers = [];

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>One that serves the page for browsers.</summary>
    public async Task<ServerProgram> WithPage(params string[] settings)
    {
        var key = string.Join('\n', settings);
        if (!_servers.TryGetValue(key, out var server)) _servers.Add(key, server = await ServerProgram.StartWithPage(settings));
        return server;
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
    }
}
