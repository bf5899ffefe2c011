using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Can the room at this address be entered?</summary>
internal static class AddressCheck
{
    /// <param name="server">The address.</param>
    /// <param name="reached">How it answered.</param>
    /// <param name="name">The room's name, if it is announced by this address.</param>
    public static Finding Of(ServerAddress server, Reached reached, string? name) => reached switch
    {
        Reached.Room { Error: { } error } => Finding.Warning($"At {server} is a room{Called(name)}, but it lets nobody in from here now: {error}."),
        Reached.Room => Finding.Ok($"At {server} is a room{Called(name)}, and it can be entered."),
        Reached.NoRoom => Finding.Problem($"At {server} somebody answers, but it is no room.", "Is the port right? A room's server prints it when it starts."),
        Reached.NothingThere => Finding.Problem(
            $"The host of {server} answers, but nobody listens at that port.", "Is the room's server running there, and is the port right?"),
        Reached.UnknownHost => Finding.Problem($"Nobody knows a host of the name {server.Host}.", "Use the IP address that the room's server prints when it starts."),
        Reached.Failed failed => Finding.Problem($"{server} can't be reached: {failed.Why}."),
        _ => Finding.Problem(
            $"{server} does not answer: the host is off or in another network, or its firewall drops what comes for that port.",
            [$"On the room's computer, with ufw:  sudo ufw allow {server.Port}/tcp",
             $"with firewalld:  sudo firewall-cmd --permanent --add-port={server.Port}/tcp && sudo firewall-cmd --reload",
             $"on Windows:  New-NetFirewallRule -DisplayName LanChat -Direction Inbound -Action Allow -Protocol TCP -LocalPort {server.Port}"]),
    };

    private static string Called(string? name) => name is null ? "" : $" called {name}";
}
