using LanChat.Protocol;
using LanChat.Server.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Files;

/// <summary>Adds the file stores and uploads to the program.</summary>
internal static class UploadHosting
{
    /// <param name="services">The program's services.</param>
    /// <param name="settings">The server's settings.</param>
    /// <param name="web">The endpoint for uploads; null: none.</param>
    /// <param name="clock">The source of time.</param>
    public static IServiceCollection AddUploads(
        this IServiceCollection services,
        ServerSettings settings,
        Func<IServiceProvider, WebEndpoint?> web,
        TimeProvider clock)
    {
        services
            .AddSingleton(provider => new UploadTokens(() => web(provider), settings.Uploads.Size))
            .AddSingleton(_ => new SnippetStore(settings.Files, clock, hasLinks: settings.Listen.Web is not null))
            .AddSingleton(provider => new SharedFiles(
                provider.GetRequiredService<SnippetStore>(),
                provider.GetService<FileStore>(),
                provider.GetRequiredService<ILogger<SharedFiles>>()));

        // Without a web server no folder is created.
        return settings.Listen.Web is null ? services : services.AddFolder(settings, clock);
    }

    private static IServiceCollection AddFolder(
        this IServiceCollection services, ServerSettings settings, TimeProvider clock) => services
        .AddSingleton(_ => new UploadFolder(FolderOf(settings)))
        .AddSingleton(provider =>
            new FileStore(provider.GetRequiredService<UploadFolder>().Path, settings.Uploads, clock))
        .AddSingleton(provider => new Uploads(
            provider.GetRequiredService<UploadFolder>().Path,
            provider.GetRequiredService<FileStore>(),
            settings.Uploads,
            clock))
        .AddHostedService(provider =>
            ActivatorUtilities.CreateInstance<UploadCleanup>(provider, settings.Uploads, clock));

    /// <summary>The persistent folder; null if the history is in memory.</summary>
    private static string? FolderOf(ServerSettings settings) =>
        settings.History.Durability != Durability.Memory && settings.Data.Folder is { } parent
            ? DataPaths.FilesOf(parent, settings.Room.Name.Text)
            : null;
}
