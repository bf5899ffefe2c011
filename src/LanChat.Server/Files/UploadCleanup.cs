using LanChat.Server.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Files;

/// <summary>Prunes files and unfinished uploads periodically.</summary>
internal sealed class UploadCleanup(
    FileStore files,
    Uploads uploads,
    ILogger<UploadCleanup> log,
    UploadSettings settings,
    TimeProvider clock) : IHostedService, IDisposable
{
    private static readonly TimeSpan MaxInterval = TimeSpan.FromMinutes(1);

    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var interval = new[] { MaxInterval, settings.Kept, settings.Unfinished }.Min();
        _timer = clock.CreateTimer(_ => Prune(), null, interval, interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _timer?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();

    private void Prune()
    {
        try
        {
            files.Prune();
            uploads.Prune();
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("a file that is not needed any more can't be removed yet: {Reason}", inUse.Message);
        }
    }
}
