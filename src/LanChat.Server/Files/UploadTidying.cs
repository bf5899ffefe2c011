using LanChat.Server.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Files;

/// <summary>Removes now and then what was kept, or waited, long enough, whether anybody asks for files or not.</summary>
internal sealed class UploadTidying(Shelf shelf, Uploads uploads, ILogger<UploadTidying> log, UploadSettings settings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(new[] { Longest, settings.Kept, settings.Unfinished }.Min(), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Tidy();
    }

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
