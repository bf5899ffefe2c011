using LanChat.Protocol;
using LanChat.Server.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace LanChat.Server.Files;

/// <summary>Puts the files people share into the program.</summary>
internal static class UploadHosting
{
    /// <param name="services">The program's.</param>
    /// <param name="settings">What may be uploaded, and where it is kept.</param>
    /// <param name="web">Tells where it is uploaded to.</param>
    /// <param name="clock">Tells how old it is.</param>
    public static IServiceCollection AddUploads(
        this IServiceCollection services, ServerSettings settings, Func<IServiceProvider, WebDoor?> web, TimeProvider clock)
    {
        services
            .AddSingleton(provider => new UploadPasses(() => web(provider), settings.Uploads.Size))
            .AddSingleton(_ => new FileStore(settings.Files, clock, hasLinks: settings.Listen.Web is not null));

        // Where nothing can be uploaded there need not be a place for it.
        return settings.Listen.Web is null ? services : services.AddFolder(settings, clock);
    }

    private static IServiceCollection AddFolder(this IServiceCollection services, ServerSettings settings, TimeProvider clock) => services
        .AddSingleton(_ => new UploadFolder(FolderOf(settings)))
        .AddSingleton(provider => new Shelf(provider.GetRequiredService<UploadFolder>().Path, settings.Uploads, clock))
        .AddSingleton(provider => new Uploads(
            provider.GetRequiredService<UploadFolder>().Path, provider.GetRequiredService<Shelf>(), settings.Uploads, clock))
        .AddHostedService(provider => ActivatorUtilities.CreateInstance<UploadTidying>(provider, settings.Uploads, clock));

    /// <summary>Beside the history, as long as there is one, whatever it is kept in.</summary>
    private static string? FolderOf(ServerSettings settings) =>
        settings.History.Durability != Durability.Memory && settings.Data.Folder is { } parent ? DataPaths.FilesOf(parent, settings.Room.Name.Text) : null;
}
