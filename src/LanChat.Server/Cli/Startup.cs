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

/// <summary>
/// Starts the server within a timeout. Failures name the setting at fault; a signal ends the start.
/// </summary>
internal static class Startup
{
    private static readonly TimeSpan ListenTimeout = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Starts the host; returns the endpoints once all are bound, or null if a signal ended it.
    /// </summary>
    /// <exception cref="SettingsException">
    /// A part cannot start or a port cannot be bound.
    /// </exception>
    public static async Task<IReadOnlyList<DialectEndpoint>?> ListenAsync(
        IHost host, LayeredSettings layers, StartupSignals signals)
    {
        var life = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var stop = signals.Token.Register(life.StopApplication);
        try
        {
            return await StartAndListenAsync(host, layers, life.ApplicationStopping);
        }
        catch (Exception) when (signals.Token.IsCancellationRequested)
        {
            // The stop caused the failure; parts that had not started may fail to stop.
            await host.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
    }

    private static async Task<IReadOnlyList<DialectEndpoint>> StartAndListenAsync(
        IHost host, LayeredSettings layers, CancellationToken stopping)
    {
        await ProgramStart.RunAsync(layers, () => StartAsync(host, layers));
        var manager = host.Services.GetRequiredService<IRequiredActor<ConnectionManagerActor>>();
        var connections = await manager.WhenRegisteredAsync(stopping);
        IReadOnlyList<DialectEndpoint> endpoints = [];
        await ProgramStart.RunAsync(layers, async () =>
        {
            switch (await connections.Ask(ConnectionManagerProtocol.Subscribe.Instance, ListenTimeout, stopping))
            {
                case ConnectionManagerProtocol.Listening listening:
                    endpoints = listening.Endpoints;
                    break;
                case ConnectionManagerProtocol.ListeningFailed failed:
                    throw await CannotListenAsync(host, layers, failed);
            }
        });
        var descriptors = FileDescriptorBudget.Now();
        if (descriptors.Left >= FileDescriptorBudget.MinLeft) return endpoints;
        await host.StopAsync();
        throw new SettingsException(
            ServerTexts.TooFewDescriptors(descriptors.Limit, descriptors.Open + FileDescriptorBudget.MinLeft));
    }

    // Kestrel binds its ports before any other part starts.
    private static async Task StartAsync(IHost host, LayeredSettings layers)
    {
        // Akka.Hosting prints start failures to standard output, with the stack trace.
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
        catch (Exception cannotBind) when (cannotBind is SocketException
            or IOException { InnerException: AddressInUseException or SocketException })
        {
            throw layers.Wrong(ListenSettings.WebKey, cannotBind.Message);
        }
        catch (Exception full) when (DiskErrors.IsFull(full))
        {
            throw new UnavailableException(ServerTexts.NoFilesKept(full.Message), full);
        }
        catch (Exception trouble) when (DiskErrors.Is(trouble))
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
