using LanChat.Server.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Files;

/// <summary>Removes now and then what was kept, or waited, long enough, whether anybody asks for files or not.</summary>
internal sealed class UploadTidying(Shelf shelf, Uploads uploads, ILogger<UploadTidying> log, UploadSettings settings, TimeProvider clock)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var interval = new[] { Longest, settings.Kept, settings.Unfinished }.Min();
        _timer = clock.CreateTimer(_ => Tidy(), null, interval, interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _timer?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();

    private void Tidy()
    {
        try
        {
            shelf.Tidy();
            uploads.Tidy();
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("a file that is not needed any more can't be removed yet: {Reason}", inUse.Message);
        }
    }
}
