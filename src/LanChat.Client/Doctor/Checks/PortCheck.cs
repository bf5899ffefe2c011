using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Can the port that rooms are announced on be listened on?</summary>
internal static class PortCheck
{
    public static Finding Of(PortUse use)
    {
        var holders = use.Holders.Count == 0 ? "another program" : string.Join(", ", use.Holders);
        return use.State switch
        {
            PortState.Free => Finding.Ok($"UDP port {use.Port} is free."),
            PortState.Shared => Finding.Ok($"UDP port {use.Port} is shared with {holders}; everyone hears the same."),
            PortState.Taken => Finding.Problem(
                $"UDP port {use.Port} is held by {holders}, which lets nobody else listen: no room can be heard.",
                "End that program, or have it use another port."),
            _ => Finding.Problem($"The system lets nobody listen on UDP port {use.Port}.", ForbiddenAdvice(use.Port)),
        };
    }

    private static string ForbiddenAdvice(int port) => OperatingSystem.IsWindows()
        ? "netsh interface ipv4 show excludedportrange protocol=udp"
        : port < 1024 ? "Ports below 1024 are the administrator's: choose another with lanchat.discovery.port, the same on every computer."
        : "Choose another with lanchat.discovery.port, the same on every computer.";
}
