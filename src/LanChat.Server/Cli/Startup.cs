using System.Net.Sockets;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Cli;
using LanChat.Server.Files;
using LanChat.Server.Listening;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Server.Transports;
using LanChat.Settings;
using LanChat.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanChat.Server.Cli;

/// <summary>Starts the server; what is in the way is an error that names the setting. It takes a bounded time, and ends with a signal.</summary>
internal static class Startup
{
    private static readonly TimeSpan ListenTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Starts everything, and returns where the room is entered as soon as it can be; null when the program was told to end before that.</summary>
    /// <exception cref="SettingsException">Something can't be started, or no port be listened on.</exception>
    public static async Task<IReadOnlyList<DialectEndpoint>?> ListenAsync(IHost host, LayeredSettings layers, EarlyEnd end)
    {
        var life = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var asked = end.Token.Register(life.StopApplication);
        try
        {
            return await StartAndListenAsync(host, layers, life.ApplicationStopping);
        }
        catch (Exception) when (end.Token.IsCancellationRequested)
        {
            // Whatever failed did so because it is ended; and what had not begun may not know how to end.
            await host.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
    }

    private static async Task<IReadOnlyList<DialectEndpoint>> StartAndListenAsync(IHost host, LayeredSettings layers, CancellationToken stopping)
    {
        await ProgramStart.RunAsync(layers, () => StartAsync(host, layers));
        var connections = await host.Services.GetRequiredService<IRequiredActor<ConnectionManagerActor>>().WhenRegisteredAsync(stopping);
        IReadOnlyList<DialectEndpoint> endpoints = [];
        await ProgramStart.RunAsync(layers, async () =>
        {
            switch (await connections.Ask(ConnectionManagerProtocol.Subscribe.Instance, ListenTimeout, stopping))
            {
                case ConnectionManagerProtocol.Listening listening: endpoints = listening.Endpoints; break;
                case ConnectionManagerProtocol.ListeningFailed failed: throw await CannotListenAsync(host, layers, failed);
            }
        });
        var descriptors = Descriptors.Now();
        if (descriptors.Left >= Descriptors.LeastLeft) return endpoints;
        await host.StopAsync();
        throw new SettingsException(ServerTexts.TooFewDescriptors(descriptors.Limit, descriptors.Open + Descriptors.LeastLeft));
    }

    // Kestrel's ports are taken before anything else is begun.
    private static async Task StartAsync(IHost host, LayeredSettings layers)
    {
        // Akka.Hosting prints what it can't start to standard output, stack trace and all.
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            await host.StartAsync();
        }
        catch (CannotListenException failed)
        {
            throw WrongPort(layers, failed.Endpoint, failed.Message);
        }
        catch (Exception cannotBind) when (cannotBind is SocketException or IOException { InnerException: AddressInUseException or SocketException })
        {
            throw layers.Wrong(ListenSettings.WebKey, cannotBind.Message);
        }
        catch (Exception full) when (DiskTrouble.IsFull(full))
        {
            throw new UnavailableException(ServerTexts.NoFilesKept(full.Message), full);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            throw new SettingsException(ServerTexts.NoFilesKept(trouble.Message));
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    private static async Task<SettingsException> CannotListenAsync(
        IHost host, LayeredSettings layers, ConnectionManagerProtocol.ListeningFailed failed)
    {
        await host.StopAsync();
        return WrongPort(layers, failed.Endpoint, failed.Reason);
    }

    private static SettingsException WrongPort(LayeredSettings layers, DialectEndpoint endpoint, string why) =>
        layers.Wrong(ListenSettings.KeyOf(endpoint.Dialect), ServerTexts.CannotListen($"{endpoint.EndPoint}", why));
}
